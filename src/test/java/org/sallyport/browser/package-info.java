/** What people do, with a real browser: one file for each journey. */
package org.sallyport.browser;
