using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Monitor.Functions.Access;
using Monitor.Functions.Api.Description;

namespace Monitor.Functions.Tests.Fuzzing;

/// <summary>Ways to make a good request worse.</summary>
internal static class Mutations
{
    private static readonly string[] QueryNames =
        ["limit", "continuationToken", "page", "after", "done", "group", "q", "return", "from", "day", .. ApiOperations.All.SelectMany(o => o.Query.Select(q => q.Name)).Distinct()];

    private static readonly string[] HeaderNames =
    [
        "Accept", "Accept-Language", "Accept-Encoding", "Authorization", "Content-Type", "Content-Encoding", "Cookie", "Forwarded", "If-Match", "If-None-Match", "If-Modified-Since",
        "Origin", "Range", "Referer", "User-Agent", "X-Api-Key", "X-Forwarded-For", "X-Forwarded-Proto", "X-HTTP-Method-Override", "traceparent",
    ];

    private static readonly string[] Literals =
    [
        "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\\u202e\"", "1e999", "-0", "01", "'x'", "tru", "\"\\x\"", "\"unclosed", "{\"a\":1,\"a\":2}", "//x", "NaN", "\"\t\"",
        "123456789012345678901234567890", "\"2026-11-24T25:61:00Z\"", "\"9999-12-31T23:59:59-14:00\"", "[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]", "{\"$type\":\"System.Object\"}",
    ];

    /// <summary>One way for this route and this request.</summary>
    public static Gen<Action<RawRequest>> Of(HttpRoute route, RawRequest baseline)
    {
        List<(int, Gen<Action<RawRequest>>)> ways =
        [
            (2, Query()),
            (3, Headers()),
            (1, Nasty.Pick<Action<RawRequest>>(r => r.Headers.RemoveAll(h => h.Name is "Cookie" or "Authorization"), r => r.Headers.RemoveAll(h => h.Name == "Content-Type"), r => r.Headers.RemoveAll(h => h.Name == "If-Match"))),
            (1, OddBody()),
        ];
        int[] parameters = [.. route.Segments.Index().Where(s => s.Item.Parameter).Select(s => s.Index)];
        if (parameters.Length > 0)
            ways.Add((3, Gen.Select(Nasty.Pick(parameters), Nasty.Encoded, Action<RawRequest> (at, text) => r => r.Segments[at] = text)));
        if (baseline.Body is { } body)
            ways.Add((12, route.IsApi ? JsonBody(body) : FormBody(body)));
        return Gen.Frequency([.. ways]);
    }

    private static Gen<Action<RawRequest>> Query() =>
        Gen.Select(Nasty.Pick(QueryNames), Nasty.Encoded, Gen.Int[0, 9], Action<RawRequest> (name, value, how) => r => r.Query.Add(how switch
        {
            0 => value,
            1 => $"{name}={value}&{name}={value}",
            2 => $"{value}={name}",
            _ => $"{name}={value}",
        }));

    private static Gen<Action<RawRequest>> Headers() =>
        Gen.Select(Nasty.Pick(HeaderNames), Nasty.Header, Gen.Int[0, 4], Action<RawRequest> (name, value, how) => r =>
        {
            string prefix = (name, how) switch
            {
                ("Authorization", < 3) => "Bearer mon_",
                ("Cookie", < 3) => $"{(how == 0 ? "monitor-form" : BrowserSessions.PlainCookie)}=",
                ("If-Match" or "If-None-Match", 0) => "W/\"",
                ("Accept-Language", 0) => "en;q=",
                ("Content-Type", 0) => "application/json; charset=",
                ("Content-Type", 1) => "multipart/form-data; boundary=",
                _ => "",
            };
            if (how == 4)
                r.Headers.Add((name, prefix + value));
            else
                r.SetHeader(name, prefix + value);
        });

    /// <summary>Bodies that no route wants: too long by either way of telling, cut off, of another kind.</summary>
    private static Gen<Action<RawRequest>> OddBody() => Gen.Select(
        Nasty.Pick("application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "multipart/form-data", "text/plain", "application/json; charset=utf-16", "image/svg+xml", "nonsense"),
        Nasty.Pick(
            "", "{}", "null", "[]", "a=b", "\"", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--b--\r\n", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx",
            "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"../../x.exe\"\r\nContent-Type: text/html\r\n\r\n<canary>\r\n--b--\r\n", "--b\r\n" + new string('h', 20_000), "--b", "--c\r\n\r\n",
            new string('x', Door.BodyBytes), new string('x', Door.BodyBytes + 1), "{\"a\":\"" + new string('x', 3 * Door.BodyBytes), "a=" + new string('x', 3 * Door.BodyBytes), new string('[', 60_000),
            string.Join('&', Enumerable.Range(0, 3000).Select(i => $"f{i}=x")), new string('&', 5000), new string('k', 3000) + "=v"),
        Gen.Enum<Framing>(),
        Action<RawRequest> (type, body, framing) => r =>
        {
            r.SetHeader("Content-Type", type);
            r.Body = Encoding.UTF8.GetBytes(body);
            r.Framing = framing;
        });

    private static Gen<Action<RawRequest>> JsonBody(byte[] good)
    {
        string text = Encoding.UTF8.GetString(good);
        string[] members = [.. JsonNode.Parse(text)!.AsObject().Select(m => m.Key)];
        return Gen.Frequency<Action<RawRequest>>(
            (6, Gen.Select(Nasty.Pick(members), Nasty.Json, Action<RawRequest> (member, value) => r => r.Body = Json(text, json => json[member] = value()))),
            (2, Gen.Select(Nasty.Pick(members), Nasty.Pick(Literals), Action<RawRequest> (member, literal) => r => r.Body = Encoding.UTF8.GetBytes(Spliced(text, member, literal)))),
            (1, Gen.Select(Nasty.Pick(members), Action<RawRequest> (member) => r => r.Body = Json(text, json => json.Remove(member)))),
            (1, Gen.Select(Nasty.Text, Nasty.Json, Action<RawRequest> (name, value) => r => r.Body = Json(text, json => json[Whole(name)] = value()))),
            (1, Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte, Action<RawRequest> (at, value) => r => r.Body = [.. good[..at], value, .. good[(at + 1)..]])),
            (1, Gen.Select(Gen.Int[0, good.Length - 1], Gen.Enum<Framing>(), Action<RawRequest> (at, framing) => r => (r.Body, r.Framing) = (good[..at], framing))),
            (1, Nasty.Pick<Action<RawRequest>>(
                r => r.Body = [0xEF, 0xBB, 0xBF, .. good], r => r.Body = Encoding.Unicode.GetBytes(text), r => r.Body = [.. good, .. good], r => r.Body = Encoding.UTF8.GetBytes($"[{text}]"),
                r => r.Body = Encoding.UTF8.GetBytes("/*x*/" + text), r => r.Framing = Framing.Chunked)));
    }

    private static Gen<Action<RawRequest>> FormBody(byte[] good)
    {
        string[] pairs = Encoding.ASCII.GetString(good).Split('&');
        // The token is spared mostly: without it nothing behind it is met.
        int[] own = [.. pairs.Index().Where(p => !p.Item.StartsWith("formToken=", StringComparison.Ordinal)).Select(p => p.Index)];
        if (own.Length == 0)
            own = [0];
        return Gen.Frequency<Action<RawRequest>>(
            (8, Gen.Select(Nasty.Pick(own), Nasty.Encoded, Action<RawRequest> (at, value) => r => r.Body = Form(pairs, at, Name(pairs[at]) + "=" + value))),
            (1, Gen.Select(Nasty.Pick(own), Nasty.Encoded, Action<RawRequest> (at, value) => r => r.Body = Form(pairs, at, $"{pairs[at]}&{Name(pairs[at])}={value}"))),
            (1, Gen.Select(Nasty.Pick(own), Nasty.Encoded, Action<RawRequest> (at, value) => r => r.Body = Form(pairs, at, value))),
            (1, Gen.Select(Nasty.Encoded, Action<RawRequest> (value) => r => r.Body = Encoding.UTF8.GetBytes($"formToken={value}"))),
            (1, Gen.Select(Gen.Int[0, good.Length], Gen.Enum<Framing>(), Action<RawRequest> (at, framing) => r => (r.Body, r.Framing) = (good[..at], framing))),
            (2, Gen.Select(Nasty.Pick(own), Nasty.Text, Gen.Bool, Action<RawRequest> (at, value, broken) => r =>
            {
                r.SetHeader("Content-Type", "multipart/form-data; boundary=grense");
                r.Body = Multipart(pairs, at, value, broken);
            })));
    }

    private static byte[] Json(string text, Action<JsonObject> change)
    {
        JsonObject json = JsonNode.Parse(text)!.AsObject();
        change(json);
        return JsonSerializer.SerializeToUtf8Bytes(json);
    }

    private static string Spliced(string text, string member, string literal)
    {
        JsonObject json = JsonNode.Parse(text)!.AsObject();
        json[member] = "@@";
        return json.ToJsonString().Replace("\"@@\"", literal, StringComparison.Ordinal);
    }

    private static string Whole(string name) => string.Concat(name.Where(c => !char.IsSurrogate(c)));

    private static string Name(string pair) => pair.Split('=')[0];

    private static byte[] Form(string[] pairs, int at, string pair) => Encoding.UTF8.GetBytes(string.Join('&', pairs.Select((p, i) => i == at ? pair : p)));

    private static byte[] Multipart(string[] pairs, int at, string value, bool broken)
    {
        var text = new StringBuilder();
        foreach ((int i, string pair) in pairs.Index())
        {
            string[] parts = pair.Split('=', 2);
            text.Append(CultureInfo.InvariantCulture, $"--grense\r\nContent-Disposition: form-data; name=\"{Uri.UnescapeDataString(parts[0])}\"\r\n\r\n{(i == at ? value : Uri.UnescapeDataString(parts.ElementAtOrDefault(1) ?? ""))}\r\n");
        }
        return Encoding.UTF8.GetBytes(broken ? text.ToString()[..^3] : text + "--grense--\r\n");
    }
}
