package org.heed.server.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The rights that open an endpoint; any one of them is enough. Every endpoint carries this or
 * {@link OpenToAll}; one that carries neither is closed.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
  /** Any one of these; empty: to be signed in is enough. */
  Right[] value() default {};
}
