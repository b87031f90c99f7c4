package org.heed.server.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The statuses an endpoint answers with, beside those that every endpoint may. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Answers {
  /** On success. */
  int[] value() default 200;

  /** On refusal, each a problem document. */
  int[] refuses() default {};
}
