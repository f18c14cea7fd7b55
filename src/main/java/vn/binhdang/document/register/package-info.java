/** The register of outgoing documents (sổ đăng ký văn bản đi) and the page of one document. */
@NullMarked
package vn.binhdang.document.register;

import org.jspecify.annotations.NullMarked;
