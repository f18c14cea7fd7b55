package vn.binhdang.document;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import vn.binhdang.testing.PageTest;

/** The whole product with the sample department; take {@link SamplePapers} for documents in any state. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PageTest
@Import(SamplePapers.class)
public @interface PaperTest {}
