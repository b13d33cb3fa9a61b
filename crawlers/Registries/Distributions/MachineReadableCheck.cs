using Monitor.Crawlers.Registries.Catalogue;
using Monitor.Crawlers.Registries.Http;
using Monitor.Crawlers.Registries.Links;
using Monitor.Crawlers.Registries.Resources;
using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries.Distributions;

/// <summary>
/// 1.3-machine-readable: met when there are open datasets, and each has a distribution in a machine-readable format that answers.
/// Not met when of one no distribution answers and each is dead for good, seen twice. Else no verdict, links that nobody can tell of included.
/// </summary>
internal sealed class MachineReadableCheck(CatalogueLookup catalogue, DescriptionLookup descriptions, LinkProbe links) : IObligationCheck
{
    /// <summary>Links of one dataset that are looked at, at most: a dataset may have one for each day of a year.</summary>
    public const int LinksPerDataset = 8;

    private const int Examples = 5;
    private static readonly string Source = ResourcesRegistry.Definition.Title;
    private static readonly FactTexts Facts = FactTexts.Beside(typeof(MachineReadableCheck));

    public IReadOnlyList<string> Obligations { get; } = ["1.3-machine-readable"];

    public bool FromStoredScans => false;

    public async Task<ObligationResult> JudgeAsync(AgencyFacts facts, CancellationToken cancellation)
    {
        OpenDatasets open = await OpenDatasets.FindAsync(catalogue, descriptions, facts.Body.OrgNumber, cancellation);
        if (!open.Any)
            return open.Without;
        DescribedEntries described = open.Described;
        LinkProbe.Look look = links.Begin();
        var datasets = new List<(Description Description, DatasetState State)>();
        foreach (Description dataset in described.Read)
            datasets.Add((dataset, await StateOfAsync(dataset, look, cancellation)));
        return Judge(described, datasets);
    }

    private static ObligationResult Judge(DescribedEntries described, IReadOnlyList<(Description Description, DatasetState State)> datasets)
    {
        int answering = datasets.Count(d => d.State == DatasetState.Answers);
        Evidence summary = Facts.Say(Source, "summary", null, ("answering", answering), ("read", datasets.Count), ("count", described.Of));
        Evidence[] dead = [.. datasets.Where(d => d.State == DatasetState.Dead).Take(Examples)
            .Select(d => Facts.Say(Source, "dead", d.Description.Uri, ("title", d.Description.Title ?? d.Description.Uri)))];
        Evidence[] unknown = [.. datasets.Where(d => d.State == DatasetState.Unknown).Take(Examples)
            .Select(d => Facts.Say(Source, "unknown", d.Description.Uri, ("title", d.Description.Title ?? d.Description.Uri)))];
        Evidence[] unread = described.Failure is { } reason ? [RegistryFacts.NotDetermined(Source, reason, described.Detail ?? "")] : [];
        Evidence[] evidence = [summary, .. dead, .. unknown, .. unread];

        if (dead.Length > 0)
            return ObligationResult.NotMet(ObligationReasons.DistributionsDead, evidence);
        if (datasets.Count == 0 && described.Failure is { } failure)
            return ObligationResult.NotDetermined(failure, evidence);
        return described.Complete && answering == datasets.Count
            ? ObligationResult.Met(evidence)
            : ObligationResult.CantTell(ObligationReasons.NotProven, evidence);
    }

    private static async Task<DatasetState> StateOfAsync(Description dataset, LinkProbe.Look look, CancellationToken cancellation)
    {
        // A machine-readable one that answers settles it, so those are asked first; with all of them dead, the rest decides whether anything answers.
        (string Address, bool Readable)[] addresses = [.. dataset.Distributions
            .SelectMany(d => d.Addresses.Select(a => (Address: a, Readable: OpenFormats.IsMachineReadable(d))))
            .OrderByDescending(a => a.Readable)];
        bool allDead = addresses.Length is > 0 and <= LinksPerDataset;
        foreach ((string address, bool readable) in addresses.Take(LinksPerDataset))
        {
            LinkState state = await look.AtAsync(address, cancellation);
            if (state == LinkState.Answers && readable)
                return DatasetState.Answers;
            allDead &= state == LinkState.Dead;
        }
        return allDead ? DatasetState.Dead : DatasetState.Unknown;
    }

    private enum DatasetState
    {
        Answers,
        Dead,
        Unknown,
    }
}
