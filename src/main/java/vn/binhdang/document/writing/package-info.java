@NullMarked
package vn.binhdang.document.writing;

import org.jspecify.annotations.NullMarked;
