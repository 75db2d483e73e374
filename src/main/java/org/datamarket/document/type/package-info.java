/**
 * Types of what stands in a file: read, described in messages, as JSON Schema and in tables, by one
 * definition. Never: the domain.
 */
package org.datamarket.document.type;
