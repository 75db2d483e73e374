/**
 * What kinds are called and what their parameters mean, said by the classes themselves. Never:
 * anything else.
 */
package org.datamarket.kind;
