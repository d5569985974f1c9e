/** Settings: MicroProfile Config read once into immutable records, each checked at the start. */
package org.sallyport.config;
