/**
 * What a fact must pass before it is believed. {@link io.lumia.market.check.SymbolRouting} finds out whose row it is;
 * {@link io.lumia.market.check.BarChecks}, {@link io.lumia.market.check.ActionChecks}, {@link
 * io.lumia.market.check.ObservationChecks}, {@link io.lumia.market.check.FundamentalChecks}, {@link
 * io.lumia.market.check.FilingChecks} and {@link io.lumia.market.check.CompanyFactChecks} judge it;
 * {@link io.lumia.market.check.Completeness} tells afterwards which bars there should be and are not. All pure: what they
 * need to know comes in, and the same rows get the same verdict whether they arrive in one delivery or day by day.
 */
@NullMarked
package io.lumia.market.check;

import org.jspecify.annotations.NullMarked;
