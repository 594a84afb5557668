//! Connections: how many there may be, how long a slow one may hold its place, and how all of them end.

use std::io;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::{sleep, timeout};

use super::Stop;
use super::patience::Patient;

/// So many connections at once; others wait to be let in.
const MOST: u32 = 256;
/// The head of a request must have come by then; so long may a connection do nothing, too.
const HEAD: Duration = Duration::from_secs(5);
/// The largest head of a request in bytes.
const HEAD_BYTES: usize = 16 * 1024;
/// A connection that is older begins no further request.
const LIFE: Duration = Duration::from_secs(600);
/// So long may answers take that are under way when the process is asked to end.
const FAREWELL: Duration = Duration::from_secs(3);
/// After a connection could not be taken, for want of file handles, say.
const BREATH: Duration = Duration::from_millis(50);

/// Becomes true when the process is asked to end.
pub fn stopped() -> io::Result<Stop> {
    let (say, stop) = watch::channel(false);
    let asked = asked_to_end()?;
    tokio::spawn(async move {
        asked.await;
        // Nobody listens any more only if the server has ended already.
        let _ = say.send(true);
    });
    Ok(stop)
}

/// Takes connections until the process is asked to end, then waits for those under way.
pub async fn serve(listener: TcpListener, router: Router, mut stop: Stop) {
    let places = Arc::new(Semaphore::new(MOST as usize));
    loop {
        let next = async {
            let place = Arc::clone(&places).acquire_owned().await.ok()?;
            Some((listener.accept().await, place))
        };
        let taken = tokio::select! {
            taken = next => taken,
            _ = stop.changed() => break,
        };
        match taken {
            Some((Ok((stream, _)), place)) => {
                tokio::spawn(connection(stream, router.clone(), stop.clone(), place));
            }
            Some((Err(_), _)) => sleep(BREATH).await,
            None => break,
        }
    }
    drop(listener);
    // Who has not got the answer by then goes without.
    let _ = timeout(FAREWELL, places.acquire_many(MOST)).await;
}

async fn connection(stream: TcpStream, router: Router, mut stop: Stop, _place: OwnedSemaphorePermit) {
    // Small answers are not held back to be sent with others; a stream that cannot do so works too.
    let _ = stream.set_nodelay(true);
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD).max_buf_size(HEAD_BYTES);
    let mut served =
        pin!(http.serve_connection(TokioIo::new(Patient::new(stream)), TowerToHyperService::new(router)));
    // What goes wrong on a connection concerns its client alone, who sees it.
    tokio::select! {
        _ = served.as_mut() => return,
        _ = stop.changed() => {}
        () = sleep(LIFE) => {}
    }
    served.as_mut().graceful_shutdown();
    let _ = timeout(FAREWELL, served).await;
}

#[cfg(unix)]
fn asked_to_end() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn asked_to_end() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        // A system without such signals ends the process its own way.
        let _ = tokio::signal::ctrl_c().await;
    })
}
