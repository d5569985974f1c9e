/** The languages of the pages: which there are, which one a request gets, and their words. */
package org.sallyport.web.words;
