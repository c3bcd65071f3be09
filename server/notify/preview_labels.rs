//! What a request would print, and what stands in its way.

use crate::{Notify, labels};
use notify_rules::{LabelPreview, PreviewLabels};
use platform::{Done, Handle, OpError, Tx};
use vocabulary::Actor;

impl Handle<PreviewLabels> for Notify {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, PreviewLabels(request): PreviewLabels) -> Result<Done<LabelPreview>, OpError> {
        Ok(Done::reply(labels::prepare(tx, actor, &request).await?))
    }
}
