@NullMarked
package vn.binhdang.document.checking;

import org.jspecify.annotations.NullMarked;
