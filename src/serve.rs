//! The answers on a web page: a server for one machine or, behind a token, for a few. It opens no file: plans come from a
//! [`PlanSource`]. Nothing that anybody types is kept or logged.

mod access;
mod answers;
mod api;
mod assets;
mod connection;
mod guard;
mod headers;
mod hosts;
mod ids;
mod pages;
mod patience;
mod place;
mod reply;
mod routes;
mod shelf;
mod sign_in;
mod site;
mod visit;

use std::io;
use std::net::{IpAddr, SocketAddr};

use tokio::net::TcpListener;
use tokio::runtime;
use tokio::sync::watch;

pub use access::{MIN_TOKEN, Token};
pub use shelf::{Loaded, LoadedPlan, PlanSource, State};

use access::Access;
use hosts::Hosts;
use shelf::Shelves;
use site::Site;

/// Where the server listens, and who may ask it.
#[derive(Debug)]
pub struct Options {
    pub address: IpAddr,
    /// 0 takes any that is free.
    pub port: u16,
    /// Who does not bring it sees nothing.
    pub token: Option<Token>,
    /// Names that the server is reached by, beside its address and those of this machine.
    pub hosts: Vec<String>,
}

/// Serves until the process is asked to end. `ready` is called with the address once the first request can be answered.
///
/// # Errors
/// The address cannot be had, or the system has no room for a server.
pub fn run(
    options: Options,
    source: Box<dyn PlanSource>,
    ready: impl FnOnce(SocketAddr),
) -> Result<(), io::Error> {
    // Answers are reckoned in microseconds: one thread serves many.
    let runtime = runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind((options.address, options.port)).await?;
        let address = listener.local_addr()?;
        // From here on no signal ends the process in the middle of an answer.
        let stop = connection::stopped()?;
        let hosts = Hosts::new(address, &options.hosts);
        let access = Access::new(options.token, address.port())?;
        let site = Site { hosts, access, shelves: Shelves::new(source) };
        ready(address);
        connection::serve(listener, routes::router(site), stop).await;
        Ok(())
    })
}

/// Tells connections that the process was asked to end.
type Stop = watch::Receiver<bool>;
