/** How settings are read from MicroProfile Config into records, and what is said of wrong ones. */
package org.sallyport.config.source;
