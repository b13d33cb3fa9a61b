namespace Monitor.Functions.Tests.Flow;

/// <summary>
/// Tells <see cref="FlowStory"/> once undisturbed and then once for every point of it with a fault there: whatever happens, the message comes back,
/// and in the end all tables and blobs are equal, every mail is sent and none but for the one allowed reason twice.
/// </summary>
public abstract class EverywhereFaults(FaultKind kind)
{
    [Fact]
    public async Task Wherever_it_happens_everything_ends_as_if_it_had_not()
    {
        await using FlowWorld calm = await FlowWorld.StartAsync();
        await FlowStory.TellAsync(calm);
        FlowState expected = await calm.StateAsync();
        string[] mails = [.. calm.Mail.MessageIds.Order()];
        Assert.Equal(3, mails.Length);
        FaultPoint[] points = [.. calm.Faults.Passed.Where(Concerns)];
        Assert.InRange(points.Length, 100, 5000);

        List<string> wrong = [];
        await Parallel.ForEachAsync(points, FlowWorld.Cancellation, async (point, _) =>
        {
            // Between the server's yes and our row is the one place where a mail is doubled.
            bool doubles = kind switch
            {
                FaultKind.KilledAfter => point.Name == FlowMail.Point,
                FaultKind.AnswerLost => false,
                _ => point.Number > 0 && calm.Faults.Passed[point.Number - 1].Name == FlowMail.Point,
            };
            if (await TellWithFaultAsync(point, expected, mails, doubles) is { } difference)
            {
                lock (wrong)
                    wrong.Add($"{kind} at {point.Number}, {point.Name}: {difference}");
            }
        });
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {points.Length} differ.\n" + string.Join('\n', wrong.Take(5)));
    }

    /// <summary>Whether a fault of the kind can happen there and differs from one elsewhere.</summary>
    private bool Concerns(FaultPoint point) => kind switch
    {
        FaultKind.KilledBefore => true,
        FaultKind.KilledAfter => point.HasEffect,
        FaultKind.FailsBefore => point.IsStorage,
        _ => point.IsStorage && point.HasEffect,
    };

    private async Task<string?> TellWithFaultAsync(FaultPoint point, FlowState expected, string[] mails, bool doubles)
    {
        await using FlowWorld world = await FlowWorld.StartAsync();
        world.Faults.Plan = p => p.Number == point.Number ? kind : null;
        try
        {
            await FlowStory.TellAsync(world);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return e.ToString();
        }
        if (world.Faults.Happened != 1)
            return "the fault did not happen";
        if (world.Site.MostAtOnce > 1)
            return "two loads at once";
        return Differences.Of(expected, await world.StateAsync()) ?? Mails(world, mails, mails.Length + (doubles ? 1 : 0));
    }

    private static string? Mails(FlowWorld world, string[] expected, int taken)
    {
        if (!world.Mail.MessageIds.Distinct().Order().SequenceEqual(expected))
            return "other mails: " + string.Join(' ', world.Mail.MessageIds);
        if (world.Mail.Taken.Count != taken)
            return $"{world.Mail.Taken.Count} mails for {taken}";
        return world.Mail.Taken.Select(m => Convert.ToHexString(m.Bytes)).Distinct().Count() == expected.Length ? null : "a mail doubled with other bytes";
    }
}
