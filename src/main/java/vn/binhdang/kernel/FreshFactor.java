package vn.binhdang.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a controller's method whose harm could not be undone: granting roles, taking away somebody's second factor,
 * downloading a backup. Who proved a second factor more than ten minutes ago, or, having none, typed the password that
 * long ago, is asked for it again before the method runs.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface FreshFactor {}
