//! Forms: fields in each state, and the form around them.

use kit::*;
use leptos::prelude::*;

use super::Specimen;

pub fn specimens() -> impl IntoView {
    let errors = vec![
        ("barcode".to_owned(), "Barcode: the last digit should be 0".to_owned()),
        ("price".to_owned(), "Price: enter an amount, such as 2.95".to_owned()),
        (String::new(), "Someone else changed this item".to_owned()),
    ];
    view! {
        <Specimen title="Fields" note="Label, hint, error. Errors say what to do.">
            <Form action="/items" csrf="token" idempotency="key" label="Item" id="item-form" multipart=true
                hidden=vec![("version".to_owned(), "7".to_owned())]>
                <ErrorSummary title="Three things to put right" errors/>
                <ErrorSummary title="Nothing wrong" errors=Vec::new()/>
                <FieldRow>
                    <Input name="name" label="Name" placeholder="White Hanging Heart" required=true maxlength=200_u32/>
                    <Input name="reorder" label="Reorder at" optional="optional" numeric=true value="24"
                        hint="9 days at 2.1 a day, and 5 spare"/>
                    <Input name="barcode" label="Barcode" value="5012345678909" dir="ltr" inputmode="numeric"
                        hint="Under the bars"
                        error="The last digit should be 0. Check it against the packet."/>
                    <Input name="later" label="Not yet" value="Choose a store first" disabled=true/>
                    <Input name="fixed" label="Fixed" value="85123A" readonly=true/>
                    <Select name="store" label="Store" value="leeds" prompt="Choose a store" required=true choices=vec![
                        Choice::new("london", "London Shop").group("Shops"),
                        Choice::new("leeds", "Leeds Shop").group("Shops"),
                        Choice::new("wh", "Warehouse").group("Elsewhere").disabled(true),
                    ]/>
                    <Input name="price" label="Price" value="2.95" prefix="£" numeric=true error="Enter an amount, such as 2.95"/>
                    <Input name="weight" label="Weight" value="120" suffix="g" numeric=true/>
                    <Input name="day" label="Day" kind="date" value="2026-11-23" min="2026-01-01"/>
                    <Input name="file" label="Spreadsheet" kind="file" accept=".csv"/>
                    <TextArea name="why" label="Why" value="Broken in the window display"/>
                    <Field id="own" label="Of the page’s own" hint="An island’s control">
                        <input class="input" id="own" aria-describedby=described_by("own", &"x".into(), &Text::default())/>
                    </Field>
                    <RadioGroup name="reason" legend="Reason" value="broken" choices=vec![
                        Choice::new("broken", "Broken").hint("Stock down, cost to shrinkage"),
                        Choice::new("used", "Used in the shop").hint("Stock down, cost to overheads"),
                    ]/>
                    <FieldSet legend="Options">
                        <Checkbox name="one" label="Checked" checked=true/>
                        <Checkbox name="two" label="Unchecked" hint="With a hint"/>
                        <Checkbox name="three" label="Not yet" disabled=true/>
                        <Checkbox name="four" label="Blind count" switch=true checked=true/>
                        <Checkbox name="five" label="Agreed" error="Say yes to go on"/>
                    </FieldSet>
                    <RadioGroup name="wrong" legend="Which one" error="Choose one" choices=vec![Choice::new("a", "A")]/>
                </FieldRow>
                <Row class="row-wide">
                    <Segmented name="density" legend="Density" value="compact" choices=vec![
                        Choice::new("compact", "Compact"),
                        Choice::new("roomy", "Roomy"),
                    ]/>
                    <Segmented name="mode" legend="Each scan" show_legend=true floor=true value="one" choices=vec![
                        Choice::new("one", "Adds 1"),
                        Choice::new("many", "Enter quantity"),
                    ]/>
                </Row>
                <FormSection title="Buying" text="From whom, and in what packs.">
                    <Input name="supplier" label="Supplier" value="Ashdown Ceramics"/>
                    <FormActions><Button label="Save" weight=Weight::Primary/><LinkButton label="Leave" href="/items"/></FormActions>
                </FormSection>
            </Form>
            <ActionBar words="3 of 212 lines open">
                <Button label="Save draft" form="item-form"/>
                <Button label="Post 209 lines" weight=Weight::Primary form="item-form" name="go" value="post" disabled=true/>
            </ActionBar>
        </Specimen>
    }
}
