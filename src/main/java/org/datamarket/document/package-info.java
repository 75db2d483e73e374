/**
 * YAML and CSV as nodes that know where they stand, overrides, numbers, a user's mistakes. Never:
 * the domain.
 */
package org.datamarket.document;
