package org.datamarket.document.type;

/**
 * One entry of the parameter table: what a model file may say in one place.
 *
 * @param path where it stands, such as {@code buyers.demand}; a kind stands in parentheses, such as
 *     {@code valuation(alpha-fair).sigma}
 * @param type what is expected there, in words
 * @param unit its unit; empty if it has none
 * @param defaultValue what holds when it is absent; "required" if it may not be
 * @param range the numbers or names allowed; empty if anything of the type is
 * @param description what it is, a sentence or two
 */
public record Parameter(
    String path, String type, String unit, String defaultValue, String range, String description) {}
