using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace Monitor.Local.Demo;

/// <summary>The pages of one demo site, from files beside this one: a layout, and a page a file with its title and template in the first line.</summary>
internal sealed partial class DemoPages
{
    /// <summary>The page that can be worse, of the municipality's site.</summary>
    public const string Breakable = "/tjenester/barnehage";

    /// <summary>What makes a page worse: a button that says nothing to those who can't see it.</summary>
    private const string Fault = """    <p>Varsel: <button class="varsel" type="button"><span class="ikon"></span></button></p>""";

    private readonly string layout;
    private readonly string language;
    private readonly IReadOnlyDictionary<string, string> pages;

    private DemoPages(string layout, string style, string language, IReadOnlyDictionary<string, string> pages)
    {
        this.layout = layout;
        this.language = language;
        this.pages = pages;
        Style = style;
    }

    /// <summary>The style sheet.</summary>
    public string Style { get; }

    /// <summary>Reads a site's pages.</summary>
    public static DemoPages Load(string name)
    {
        Assembly assembly = typeof(DemoPages).Assembly;
        string prefix = $"{typeof(DemoPages).Namespace}.Sites.{name}/";
        var files = assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(n => n[prefix.Length..], n => Read(assembly, n));
        return new DemoPages(
            files["layout.html"],
            files["stil.css"],
            name == "eksempel" ? "nn" : "nb",
            files.Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal) && f.Key != "layout.html").ToDictionary(f => PathOf(f.Key), f => f.Value));
    }

    /// <summary>The HTML of a path; null when there is no such page.</summary>
    /// <param name="path">The URL's path.</param>
    /// <param name="broken">Whether the page that can be worse is.</param>
    public string? Render(string path, bool broken)
    {
        if (!pages.TryGetValue(path.Length > 1 ? path.TrimEnd('/') : path, out string? page))
            return null;
        Match head = Head().Match(page);
        return Fill(
            head.Groups["title"].Value,
            head.Groups["template"].Value,
            head.Groups["lang"].Value == "none" ? "" : $" lang=\"{language}\"",
            page[(head.Index + head.Length)..].Replace("{{break}}", broken && path == Breakable ? Fault : "", StringComparison.Ordinal));
    }

    /// <summary>The page for paths that lead nowhere.</summary>
    public string NotFound() => Fill("404", "tekst", $" lang=\"{language}\"", $"    <p><a href=\"/\">{(language == "nn" ? "Framside" : "Forside")}</a></p>");

    /// <summary>The site's sitemap (sitemaps.org 0.9).</summary>
    public string Sitemap(Uri address)
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        foreach (string path in pages.Keys.Order(StringComparer.Ordinal))
            xml.Append("  <url><loc>").Append(new Uri(address, path)).Append("</loc></url>\n");
        return xml.Append("</urlset>\n").ToString();
    }

    private string Fill(string title, string template, string lang, string content) => layout
        .Replace("{{lang}}", lang, StringComparison.Ordinal)
        .Replace("{{title}}", title, StringComparison.Ordinal)
        .Replace("{{template}}", template, StringComparison.Ordinal)
        .Replace("{{content}}", content, StringComparison.Ordinal);

    private static string PathOf(string file) =>
        file == "index.html" ? "/" : "/" + file[..^".html".Length].Replace('_', '/');

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^<!-- title: (?<title>.+?) \| template: (?<template>\w+)(?: \| lang: (?<lang>\w+))? -->\n")]
    private static partial Regex Head();
}
