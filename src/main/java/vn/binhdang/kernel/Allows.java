package vn.binhdang.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a controller's method, or on the controller for all of its methods: who holds no role for this action gets a 403
 * before the method runs. Which rows it then shows or changes is the query's business.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Allows {
    /** One of them is enough. */
    Action[] value();
}
