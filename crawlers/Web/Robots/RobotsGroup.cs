namespace Monitor.Crawlers.Web.Robots;

/// <summary>One group of a robots.txt: the crawlers it names and the rules for them.</summary>
internal sealed class RobotsGroup
{
    private readonly Dictionary<string, TimeSpan?> agents = new(StringComparer.OrdinalIgnoreCase);

    public List<RobotsRule> Rules { get; } = [];

    public void AddAgent(string token) => agents.TryAdd(token, null);

    /// <summary>A crawl delay is for the crawlers named so far: like other lines outside the standard it ends no group.</summary>
    public void SetDelay(TimeSpan delay)
    {
        foreach (string agent in agents.Keys.ToArray())
            agents[agent] = delay;
    }

    public bool Names(string token) => agents.ContainsKey(token);

    public TimeSpan? DelayFor(string token) => agents.TryGetValue(token, out TimeSpan? own) ? own : agents.GetValueOrDefault("*");
}
