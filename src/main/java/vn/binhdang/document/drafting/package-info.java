/**
 * Writing the words of a draft: head, bases, body, recipients, signature. Every part saves itself and carries a version;
 * a change made on an older version is shown beside the newer words, never merged and never lost. The same editor serves
 * plans and reports, so that the modules of both may use this package.
 */
@NullMarked
@NamedInterface("drafting")
package vn.binhdang.document.drafting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
