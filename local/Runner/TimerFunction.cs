using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using NCrontab;

namespace Monitor.Local.Runner;

/// <summary>A function that a schedule triggers.</summary>
/// <param name="Function">The function.</param>
/// <param name="Schedule">When it is due, in UTC.</param>
/// <param name="RunOnStartup">Whether it also runs at every start.</param>
/// <param name="Remembered">Whether its last run is stored, so that a missed one is caught up.</param>
internal sealed partial record TimerFunction(FunctionMethod Function, CrontabSchedule Schedule, bool RunOnStartup, bool Remembered)
{
    private static readonly CrontabSchedule.ParseOptions WithSeconds = new() { IncludingSeconds = true };

    /// <summary>Reads a timer-triggered function.</summary>
    /// <exception cref="NotSupportedException">It asks for something that this runner does not do.</exception>
    public static TimerFunction Read(FunctionMethod function, TimerTriggerAttribute trigger, IConfiguration configuration)
    {
        function.RequireParameters(typeof(TimerInfo));
        string expression = SettingNames().Replace(trigger.Schedule, name => configuration[name.Groups[1].Value] is { Length: > 0 } value
            ? value
            : throw new NotSupportedException($"{function.Name}: its schedule is the setting {name.Groups[1].Value}, which is missing."));
        CrontabSchedule schedule = CrontabSchedule.TryParse(expression, WithSeconds)
            ?? throw new NotSupportedException($"{function.Name}: '{expression}' is no schedule of six fields (second minute hour day month weekday).");
        return new TimerFunction(function, schedule, trigger.RunOnStartup, trigger.UseMonitor);
    }

    /// <summary>The first time it is due after the given one.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset time) => new(Schedule.GetNextOccurrence(time.UtcDateTime), TimeSpan.Zero);

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex SettingNames();
}
