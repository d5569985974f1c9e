/** Several nodes, crashes, refused starts and what is written, on servers of the tests' own. */
package org.sallyport.storage;
