/** What other systems kept, taken over: their clients, people and refresh tokens. */
package org.sallyport.imports;
