/**
 * The checker of documents. {@link vn.binhdang.document.checking.DocumentChecker} lists every rule; to add one, write a
 * static method in the class of its part, name it there, and give its code a sentence in both message files. What the
 * rules compare with is data ({@code src/main/resources/data}), each row with its source.
 */
@NullMarked
@NamedInterface("checking")
package vn.binhdang.document.checking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
