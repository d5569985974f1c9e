/** How rows of other systems come in: the part of administrators' API that takes them. */
package org.sallyport.imports.api;
