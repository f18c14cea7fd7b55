@NullMarked
package vn.binhdang.document.reading;

import org.jspecify.annotations.NullMarked;
