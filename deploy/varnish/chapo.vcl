vcl 4.1;
# Varnish in front of one node or several. On each node: EDGE_PURGE=varnish://THIS_HOST:6081 (and `trusted` below names
# the nodes): pages then stay here until the node that published says which ones changed.
import directors;

# One block a node, named again in vcl_init.
backend node1 {
    .host = "127.0.0.1";
    .port = "3000";
    .first_byte_timeout = 30s;
    # Ready once its hot pages are made; it needs no database to stay so.
    .probe = { .url = "/api/ready/"; .interval = 2s; .timeout = 1s; .window = 3; .threshold = 2; .initial = 1; }
}

acl trusted {
    "127.0.0.1";
    "::1";
}

sub vcl_init {
    new nodes = directors.round_robin();
    nodes.add_backend(node1);
}

sub vcl_recv {
    set req.backend_hint = nodes.backend();
    if (req.method == "PURGE") {
        if (client.ip !~ trusted) { return (synth(403)); }
        if (!req.http.X-Keys) { return (synth(400)); }
        ban("obj.http.Surrogate-Key ~ (^|\s)(" + req.http.X-Keys + ")(\s|$)");
        return (synth(200));
    }
    if (req.method != "GET" && req.method != "HEAD") { return (pass); }
    if (req.url ~ "^/(api|redaction)(/|$)") { return (pass); }
    # Media answer to Accept; they are files with a name that never changes, which each node reads from its disk.
    if (req.url ~ "^/media/") { return (pass); }
    # A reader's cookie changes nothing of a page; a preview must come from the node.
    if (req.http.Cookie ~ "__prerender_bypass") { return (pass); }
    unset req.http.Cookie;
    # Nodes keep a gzip copy of each page; Varnish unpacks it for the rare reader without.
    if (req.http.Accept-Encoding ~ "gzip") { set req.http.Accept-Encoding = "gzip"; }
    else { unset req.http.Accept-Encoding; }
    return (hash);
}

sub vcl_hash {
    # Next gives its own client other forms of a page at the same address.
    hash_data(req.http.RSC + "|" + req.http.Next-Router-Prefetch + "|" + req.http.Next-Router-Segment-Prefetch);
}

sub vcl_backend_fetch {
    set bereq.http.Accept-Encoding = "gzip";
}

sub vcl_backend_response {
    # What else Next varies by is in the hash.
    unset beresp.http.Vary;
    # An old page is never given while a new one is made; kept, it is shown when no node answers.
    set beresp.grace = 0s;
    set beresp.keep = 1h;
    if (beresp.status >= 500 || beresp.http.Cache-Control ~ "(private|no-store)" || beresp.http.Set-Cookie) {
        set beresp.uncacheable = true;
        set beresp.ttl = 0s;
    }
}

sub vcl_deliver {
    unset resp.http.Surrogate-Key;
    unset resp.http.x-nextjs-cache;
    if (resp.http.Cache-Control ~ "s-maxage") { set resp.http.Cache-Control = "public, max-age=0, must-revalidate"; }
    set resp.http.Vary = "Accept-Encoding";
    if (obj.hits > 0) { set resp.http.X-Cache = "HIT"; } else { set resp.http.X-Cache = "MISS"; }
}
