namespace Monitor.Crawlers.Tests.Accessibility.Hostile;

/// <summary>Every way a page has of making a browser connect. <c>TARGET</c> stands for the canary's host and port.</summary>
internal static class WaysOut
{
    /// <summary>Bodies that connect without being asked.</summary>
    public static IReadOnlyDictionary<string, string> Bodies { get; } = new Dictionary<string, string>
    {
        ["image"] = """<img alt="" src="http://TARGET/img" srcset="http://TARGET/2x 2x"><picture><source srcset="http://TARGET/source"><img alt=""></picture>""",
        ["iframe"] = """<iframe title="x" src="http://TARGET/iframe"></iframe><iframe title="y" srcdoc="<img src='http://TARGET/srcdoc'>"></iframe>""",
        ["frame that redirects"] = """<iframe title="x" src="/redirect"></iframe><img alt="" src="/redirect"><script src="/redirect"></script>""",
        ["style sheet"] = """<link rel="stylesheet" href="http://TARGET/css"><style>@import url("http://TARGET/import");</style>""",
        ["css url"] = """<div style="background: url(http://TARGET/background); list-style-image: url(http://TARGET/list); cursor: url(http://TARGET/cursor), auto; mask: url(http://TARGET/mask)">x</div>""",
        ["font"] = """<style>@font-face { font-family: f; src: url(http://TARGET/font.woff2) } body { font-family: f }</style><p>Skrift</p>""",
        ["svg"] = """<svg><image href="http://TARGET/svg" width="9" height="9"/><use href="http://TARGET/use#a"/></svg>""",
        ["object and embed"] = """<object data="http://TARGET/object"></object><embed src="http://TARGET/embed"><object type="image/png" data="http://TARGET/png"></object>""",
        ["video and track"] = """<video src="http://TARGET/video" poster="http://TARGET/poster" autoplay muted><track default src="http://TARGET/track"></video><audio autoplay src="http://TARGET/audio"></audio>""",
        ["prefetch and preload"] = """
            <link rel="prefetch" href="http://TARGET/prefetch"><link rel="preload" as="script" href="http://TARGET/preload"><link rel="modulepreload" href="http://TARGET/module">
            <link rel="prerender" href="http://TARGET/prerender"><link rel="preconnect" href="http://TARGET"><link rel="dns-prefetch" href="//TARGET">
            """,
        ["speculation rules"] = """
            <script type="speculationrules">{ "prefetch": [{ "source": "list", "eagerness": "immediate", "urls": ["http://TARGET/spec", "/redirect"] }],
            "prerender": [{ "source": "list", "eagerness": "immediate", "urls": ["/prerendered", "/redirect"] }] }</script>
            """,
        ["favicon and manifest"] = """<link rel="icon" href="http://TARGET/icon"><link rel="apple-touch-icon" href="http://TARGET/touch"><link rel="manifest" href="http://TARGET/manifest">""",
        ["import map and module"] = """<script type="importmap">{ "imports": { "a": "http://TARGET/mapped.js" } }</script><script type="module">import('a').catch(() => 0)</script><script type="module" src="http://TARGET/module.js"></script>""",
        ["form"] = """<form id="f" action="http://TARGET/form" method="post" target="hit"><input name="a" value="b"></form><iframe title="hit" name="hit"></iframe><script>f.submit()</script>""",
        ["ping"] = """<a id="p" href="#her" ping="http://TARGET/ping">x</a><script>p.click()</script>""",
        ["other spellings"] = """
            <img alt="" src="http://0.0.0.0:8080/"><img alt="" src="http://localhost:8080/"><img alt="" src="http://[::1]:8080/"><img alt="" src="http://[::ffff:127.0.0.1]:8080/">
            <img alt="" src="http://2130706433:8080/"><img alt="" src="http://0x7f.1:8080/"><img alt="" src="http://127.1:8080/"><img alt="" src="https://TARGET/"><img alt="" src="ftp://TARGET/">
            """,
        ["name that turns inside"] = """<img alt="" src="http://rebind.eksempel.no:8080/a"><iframe title="x" src="http://rebind.eksempel.no:8080/b"></iframe><img alt="" src="https://begge.eksempel.no:8080/">""",
    };

    /// <summary>Scripts; each is an expression for a promise, or for nothing.</summary>
    public static IReadOnlyDictionary<string, string> Scripts { get; } = new Dictionary<string, string>
    {
        ["fetch"] = "fetch('http://TARGET/fetch', { mode: 'no-cors' })",
        ["fetch with keepalive"] = "fetch('http://TARGET/keepalive', { mode: 'no-cors', keepalive: true, method: 'POST', body: 'x' })",
        ["fetch that redirects"] = "fetch('/redirect', { mode: 'no-cors' })",
        ["fetch of a name that turns inside"] = "(async () => { for (let i = 0; i < 4; i++) await fetch('http://rebind.eksempel.no:8080/' + i, { mode: 'no-cors' }).catch(() => 0) })()",
        ["XHR"] = "new Promise(r => { const x = new XMLHttpRequest(); x.onloadend = r; x.open('GET', 'http://TARGET/xhr'); x.send() })",
        ["synchronous XHR"] = "(() => { const x = new XMLHttpRequest(); x.open('GET', 'http://TARGET/sync', false); try { x.send() } catch { } })()",
        ["WebSocket"] = "new Promise(r => { const s = new WebSocket('ws://TARGET/ws'); s.onclose = r })",
        ["secure WebSocket"] = "new Promise(r => { const s = new WebSocket('wss://TARGET/wss'); s.onclose = r })",
        ["WebSocketStream"] = "globalThis.WebSocketStream && new WebSocketStream('ws://TARGET/wss').opened",
        ["EventSource"] = "new Promise(r => { const e = new EventSource('http://TARGET/events'); e.onerror = () => { e.close(); r() } })",
        ["sendBeacon"] = "navigator.sendBeacon('http://TARGET/beacon', 'x')",
        ["fetchLater"] = "globalThis.fetchLater && fetchLater('https://TARGET/later', { activateAfter: 0 })",
        ["worker"] = "new Promise(r => { const w = new Worker(URL.createObjectURL(new Blob([`fetch('http://TARGET/worker', { mode: 'no-cors' }).catch(() => 0).then(() => { try { importScripts('http://TARGET/imported') } catch { } postMessage(1) })`]))); w.onmessage = w.onerror = r })",
        ["shared worker"] = "new Promise(r => { const w = new SharedWorker(URL.createObjectURL(new Blob([`onconnect = e => fetch('http://TARGET/shared', { mode: 'no-cors' }).catch(() => 0).then(() => e.ports[0].postMessage(1))`]))); w.port.onmessage = w.onerror = r; w.port.start() })",
        ["worklet"] = "CSS.paintWorklet.addModule('http://TARGET/paint.js')",
        ["service worker"] = "navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready)",
        ["popup"] = "(() => { const w = window.open('http://TARGET/popup'); try { w.location = 'http://TARGET/popup2' } catch { } })()",
        ["popup that redirects"] = "(() => { window.open('/redirect'); const a = document.createElement('a'); a.href = 'http://TARGET/blank'; a.target = '_blank'; a.click() })()",
        ["dynamic import"] = "import('http://TARGET/dynamic.js')",
        ["WebRTC over UDP"] = "new Promise(async r => { const p = new RTCPeerConnection({ iceServers: [{ urls: 'stun:TARGET' }, { urls: 'turn:TARGET', username: 'a', credential: 'b' }] }); p.createDataChannel('x'); p.onicegatheringstatechange = () => p.iceGatheringState === 'complete' && r(); await p.setLocalDescription(await p.createOffer()) })",
        ["WebRTC over TCP"] = "new Promise(async r => { const p = new RTCPeerConnection({ iceServers: [{ urls: ['turn:TARGET?transport=tcp', 'turns:TARGET?transport=tcp'], username: 'a', credential: 'b' }] }); p.createDataChannel('x'); p.onicegatheringstatechange = () => p.iceGatheringState === 'complete' && r(); await p.setLocalDescription(await p.createOffer()) })",
        ["WebRTC to a candidate"] = "(async () => { const p = new RTCPeerConnection(), q = new RTCPeerConnection(); p.createDataChannel('x'); const o = await p.createOffer(); await p.setLocalDescription(o); await q.setRemoteDescription(o); await q.setLocalDescription(await q.createAnswer()); await p.setRemoteDescription(q.localDescription); const [h, n] = ['TARGET'.replace(/:\\d+$/, '').replace(/[\\[\\]]/g, ''), 'TARGET'.match(/\\d+$/)[0]]; for (const t of ['udp', 'tcp']) await p.addIceCandidate({ candidate: `candidate:1 1 ${t} 2122260223 ${h} ${n} typ host${t === 'tcp' ? ' tcptype passive' : ''}`, sdpMid: '0' }) })()",
        ["WebTransport"] = "new WebTransport('https://TARGET/transport').ready",
        ["payment and credentials"] = "Promise.allSettled([navigator.credentials?.get({ identity: { providers: [{ configURL: 'https://TARGET/fedcm.json', clientId: '1' }] } }), globalThis.PaymentRequest && new PaymentRequest([{ supportedMethods: 'https://TARGET/pay' }], { total: { label: 'x', amount: { currency: 'NOK', value: '1' } } }).canMakePayment()])",
        ["reports"] = "new Promise(r => { const i = document.createElement('iframe'); i.src = '/reporting'; i.onload = r; document.body.append(i) })",
    };

    /// <summary>Documents that send the whole page elsewhere: each ends there.</summary>
    public static IReadOnlyDictionary<string, string> Navigations { get; } = new Dictionary<string, string>
    {
        ["location.assign"] = "<script>location.assign('http://TARGET/assign')</script>",
        ["location.replace"] = "<script>location.replace('https://TARGET/replace')</script>",
        ["meta refresh"] = """<meta http-equiv="refresh" content="0; url=http://TARGET/refresh">""",
        ["form that submits itself"] = """<form id="f" method="post" action="http://TARGET/form"><input name="a"></form><script>f.submit()</script>""",
        ["link clicked by script"] = """<a id="a" href="http://TARGET/link">x</a><script>a.click()</script>""",
        ["download"] = """<a id="a" href="http://TARGET/fil.bin" download="fil.bin">x</a><script>a.click()</script>""",
        ["redirect in the page"] = "<script>location = '/redirect'</script>",
        ["a name that turns inside"] = "<script>location = 'http://rebind.eksempel.no:8080/'</script>",
        ["a frame that breaks out"] = """<iframe title="x" srcdoc="<script>top.location = 'http://TARGET/top'</script>"></iframe>""",
    };
}
