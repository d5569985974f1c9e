package org.sallyport.admin.api.description;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.sallyport.admin.api.problem.ApiError;

/** What a method of a resource does, as it is described and as it is held to. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {

  /** What it does, in a sentence without its full stop. */
  String value();

  /** The record that its body holds. */
  Class<? extends Record> takes() default Nothing.class;

  /** How the body stands to the record. */
  Sent sent() default Sent.WHOLE;

  /** The members that a body of {@link Sent#PART} must have. */
  String[] needs() default {};

  /** A body as somebody might send it. */
  String example() default "";

  /** The record that its answer is, or that each item of its list is. */
  Class<? extends Record> gives() default Nothing.class;

  /** How the answer stands to the record. */
  Given given() default Given.ONE;

  /** The status of its answer when all is well. */
  int status() default 200;

  /** What it refuses beside what each operation does. */
  ApiError[] refuses() default {};

  /** What may stand in its query, beside page and size where it gives pages. */
  Filter[] filters() default {};

  /** A parameter of the query; with values it is one of them. */
  @interface Filter {
    String name();

    String text();

    String[] values() default {};
  }

  /** No body. */
  record Nothing() {}

  /** What a body holds of a record. */
  enum Sent {
    WHOLE,
    /** Some members; the others are as usual. */
    PART,
    /** What changes, RFC 7396. */
    PATCH
  }

  /** What an answer holds of a record. */
  enum Given {
    ONE,
    /** One that has a version, RFC 9110 §8.8.3. */
    VERSIONED,
    /** A page of many. */
    PAGE
  }
}
