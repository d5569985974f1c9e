package org.sallyport.config.source;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names and documents the setting behind a record component; the example file is made of these. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

  String key();

  /** The default; without one, an absent setting reads as empty. */
  String value() default "";

  /** What it does, in a sentence with its unit. */
  String text();

  /** A secret is never repeated in a message. */
  boolean secret() default false;
}
