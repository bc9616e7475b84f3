/**
 * What a stage costs a month. {@link io.lumia.infra.cost.Inventory} counts what the synthesised templates ask for,
 * {@link io.lumia.infra.cost.Workload} says how much it is used and by which assumptions,
 * {@link io.lumia.infra.cost.PriceTable} knows list prices and where they come from, and
 * {@link io.lumia.infra.cost.CostModel} makes a {@link io.lumia.infra.cost.MonthlyBill} of the three. A model, not a bill: never
 * compared with a real one.
 */
@NullMarked
package io.lumia.infra.cost;

import org.jspecify.annotations.NullMarked;
