//! A bad line: what goes through it is cut off in the middle, at a place that is known.

use std::{net::SocketAddr, sync::Arc, sync::Mutex, time::Duration};
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::{TcpListener, TcpStream, UnixStream},
    task::JoinHandle,
};

/// Where one connection is cut off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    Never,
    /// After so many bytes one way or the other.
    Bytes {
        there: usize,
        back: usize,
    },
    /// When this is said for the `nth` time (from 1): before it arrives; or, `answered`, when it has been answered, and the
    /// answer is what is lost.
    Word {
        word: &'static [u8],
        nth: usize,
        answered: bool,
    },
}

/// Where a line leads.
#[derive(Clone, Debug)]
pub enum Far {
    Tcp(SocketAddr),
    Socket(String),
}

trait Stream: AsyncRead + AsyncWrite + Unpin + Send {}
impl<S: AsyncRead + AsyncWrite + Unpin + Send> Stream for S {}

/// Listens while it lives.
pub struct Line {
    pub address: SocketAddr,
    cuts: Arc<Mutex<usize>>,
    listens: JoinHandle<()>,
}

impl Line {
    /// A line to `far`, of which each new connection is dealt its end.
    pub async fn open(far: Far, mut deal: impl FnMut() -> Cut + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let cuts = Arc::new(Mutex::new(0));
        let counted = cuts.clone();
        let listens = tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                let (far, cut, counted) = (far.clone(), deal(), counted.clone());
                tokio::spawn(async move {
                    let far: Box<dyn Stream> = match far {
                        Far::Tcp(to) => Box::new(TcpStream::connect(to).await?),
                        Far::Socket(path) => Box::new(UnixStream::connect(path).await?),
                    };
                    if carries(near, far, cut).await {
                        *counted.lock().unwrap() += 1;
                    }
                    Ok::<_, std::io::Error>(())
                });
            }
        });
        Self { address, cuts, listens }
    }

    /// How many connections were cut off so far.
    #[must_use]
    pub fn cuts(&self) -> usize {
        *self.cuts.lock().unwrap()
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.listens.abort();
    }
}

/// Carries what is said both ways until one side hangs up, or the line is cut: whether it was.
async fn carries(mut near: TcpStream, mut far: Box<dyn Stream>, cut: Cut) -> bool {
    let (mut there, mut back) = (vec![0; 16384], vec![0; 16384]);
    let (mut left_there, mut left_back) = match cut {
        Cut::Bytes { there, back } => (there, back),
        _ => (usize::MAX, usize::MAX),
    };
    let (mut said, mut swallow) = (0, false);
    let was_cut = loop {
        tokio::select! {
            read = near.read(&mut there) => {
                let Ok(n @ 1..) = read else { break false };
                if let Cut::Word { word, nth, answered } = cut {
                    let before = said;
                    said += there[..n].windows(word.len()).filter(|window| *window == word).count();
                    if before < nth && said >= nth {
                        if !answered {
                            break true;
                        }
                        swallow = true;
                    }
                }
                let passed = n.min(left_there);
                left_there -= passed;
                if far.write_all(&there[..passed]).await.is_err() {
                    break false;
                }
                if left_there == 0 {
                    // What was said is on its way before the line goes dead.
                    tokio::time::sleep(Duration::from_millis(1)).await;
                    break true;
                }
            }
            read = far.read(&mut back) => {
                let Ok(n @ 1..) = read else { break false };
                if swallow {
                    break true;
                }
                let passed = n.min(left_back);
                left_back -= passed;
                if near.write_all(&back[..passed]).await.is_err() {
                    break false;
                }
                if left_back == 0 {
                    break true;
                }
            }
        }
    };
    if was_cut {
        // No goodbye.
        let _ = near.set_zero_linger();
    }
    was_cut
}
