/** The first run: today the demo's users and clients. */
package org.sallyport.setup;
