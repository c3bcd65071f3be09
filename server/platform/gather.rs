//! Questions that are asked at once are answered by one read. Whoever finds nobody reading is read for at once; what is asked
//! meanwhile gathers behind it. An answer was always read after its question was asked, so that nobody is told of the past
//! and nothing is kept: a cache's speed in a crowd, without its lies.

use crate::lanes::Lanes;
use std::{
    collections::{HashMap, HashSet},
    future::Future,
    hash::Hash,
    sync::Arc,
};
use tokio::sync::oneshot;

/// Questions `K` and their answers `V`, in lanes `L`, each of which can be answered by one read.
pub(crate) struct Gather<L, K, V>(Arc<Lanes<L, Asked<K, V>>>);

struct Asked<K, V> {
    question: K,
    told: oneshot::Sender<Option<V>>,
}

impl<L, K, V> Clone for Gather<L, K, V> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<L, K, V> Default for Gather<L, K, V> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<L, K, V> Gather<L, K, V>
where
    L: Copy + Eq + Hash + Send + 'static,
    K: Clone + Eq + Hash + Send + Sync + 'static,
    V: Clone + Send + 'static,
{
    /// The answer to a question, read by `read` together with what else was asked in its lane; what it has no answer to it
    /// leaves out. Whoever hangs up meanwhile takes nothing from the others.
    ///
    /// # Errors
    /// That of a read of this question alone, which is made when the common one failed.
    pub async fn ask<F, E>(&self, lane: L, question: K, read: impl Fn(Vec<K>) -> F + Clone + Send + Sync + 'static) -> Result<Option<V>, E>
    where
        F: Future<Output = Result<HashMap<K, V>, E>> + Send + 'static,
        E: Send + 'static,
    {
        let (told, answer) = oneshot::channel();
        if self.0.join(lane, 0, Asked { question: question.clone(), told }) {
            tokio::spawn(self.clone().run(lane, read.clone()));
        }
        match answer.await {
            Ok(answer) => Ok(answer),
            Err(_) => Ok(read(vec![question.clone()]).await?.remove(&question)),
        }
    }

    async fn run<F, E>(self, lane: L, read: impl Fn(Vec<K>) -> F + Clone + Send + Sync + 'static)
    where
        F: Future<Output = Result<HashMap<K, V>, E>> + Send + 'static,
        E: Send + 'static,
    {
        loop {
            let group = self.0.next(lane);
            if group.is_empty() {
                return;
            }
            let read = read.clone();
            // On a task of its own: one that panics must not leave the others behind it waiting.
            let answered = tokio::spawn(async move {
                let questions: HashSet<K> = group.iter().map(|asked| asked.question.clone()).collect();
                // After an error nobody is told anything, and each reads for itself.
                let Ok(answers) = read(questions.into_iter().collect()).await else { return };
                for asked in group {
                    asked.told.send(answers.get(&asked.question).cloned()).ok();
                }
            });
            answered.await.ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        sync::atomic::{AtomicUsize, Ordering::SeqCst},
        time::Duration,
    };

    type Numbers = Gather<u8, u32, u32>;

    /// Doubles what is even, and cannot read 1313.
    fn double(
        reads: &Arc<AtomicUsize>,
    ) -> impl Fn(Vec<u32>) -> std::pin::Pin<Box<dyn Future<Output = Result<HashMap<u32, u32>, String>> + Send>> + Clone + use<> {
        let reads = reads.clone();
        move |asked: Vec<u32>| {
            let reads = reads.clone();
            Box::pin(async move {
                reads.fetch_add(1, SeqCst);
                tokio::time::sleep(Duration::from_millis(5)).await;
                if asked.contains(&1313) {
                    return Err(format!("{} with it", asked.len()));
                }
                Ok(asked.into_iter().filter(|one| one % 2 == 0).map(|one| (one, one * 2)).collect())
            })
        }
    }

    #[tokio::test]
    async fn what_is_asked_at_once_is_read_at_once_and_each_hears_its_own() {
        let (gather, reads) = (Numbers::default(), Arc::default());
        let asked = (0..50).map(|one| gather.ask(1, one, double(&reads)));
        let answers = futures::future::try_join_all(asked).await.unwrap();
        for (one, answer) in (0..).zip(answers) {
            assert_eq!(answer, (one % 2 == 0).then_some(one * 2));
        }
        let reads = reads.load(SeqCst);
        assert!(reads <= 3, "fifty questions took {reads} reads");
    }

    #[tokio::test]
    async fn nothing_is_kept_for_who_asks_afterwards() {
        let (gather, reads) = (Numbers::default(), Arc::default());
        for asked in 1..=3 {
            assert_eq!(gather.ask(1, 4, double(&reads)).await, Ok(Some(8)));
            assert_eq!(reads.load(SeqCst), asked);
        }
    }

    #[tokio::test]
    async fn one_that_cannot_be_read_takes_nothing_from_the_others() {
        let (gather, reads) = (Numbers::default(), Arc::default());
        let answers = futures::future::join_all([2, 1313, 4, 6].map(|one| gather.ask(1, one, double(&reads)))).await;
        assert_eq!(answers, [Ok(Some(4)), Err(String::from("1 with it")), Ok(Some(8)), Ok(Some(12))]);
    }

    #[tokio::test]
    async fn who_hangs_up_is_not_waited_for_and_stops_nobody() {
        let (gather, reads) = (Numbers::default(), Arc::default());
        let gone = tokio::time::timeout(Duration::from_millis(1), gather.ask(1, 2, double(&reads))).await;
        assert!(gone.is_err());
        assert_eq!(gather.ask(1, 4, double(&reads)).await, Ok(Some(8)));
        assert_eq!(gather.ask(2, 6, double(&reads)).await, Ok(Some(12)), "another lane");
    }
}
