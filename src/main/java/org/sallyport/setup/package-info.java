/** The first run: the first administrator, by a link or by settings, or the demo's data. */
package org.sallyport.setup;
