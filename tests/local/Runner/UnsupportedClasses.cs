using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Monitor.Local.Tests.Runner;

/// <summary>Functions that ask for what the runner does not do, or must not.</summary>
internal static class UnsupportedClasses
{
    [AttributeUsage(AttributeTargets.Parameter)]
    internal sealed class BlobishTriggerAttribute : TriggerBindingAttribute;

    internal static class OtherTrigger
    {
        [Function("Other")]
        public static Task Run([BlobishTrigger] string blob) => Task.CompletedTask;
    }

    internal static class NoTrigger
    {
        [Function("None")]
        public static Task Run(string message) => Task.CompletedTask;
    }

    internal static class TwoTriggers
    {
        [Function("Two")]
        public static Task Run([QueueTrigger("work")] string message, [TimerTrigger("0 0 * * * *")] TimerInfo timer) => Task.CompletedTask;
    }

    internal static class SameName
    {
        [Function("Same")]
        public static Task A([QueueTrigger("work")] string message) => Task.CompletedTask;

        [Function("same")]
        public static Task B([QueueTrigger("work2")] string message) => Task.CompletedTask;
    }

    internal static class SameQueue
    {
        [Function("A")]
        public static Task A([QueueTrigger("work")] string message) => Task.CompletedTask;

        [Function("B")]
        public static Task B([QueueTrigger("work")] string message) => Task.CompletedTask;
    }

    internal static class ObjectMessage
    {
        [Function("Poco")]
        public static Task Run([QueueTrigger("work")] Version message) => Task.CompletedTask;
    }

    internal static class ExtraParameter
    {
        [Function("Extra")]
        public static Task Run([QueueTrigger("work")] string message, FunctionContext context) => Task.CompletedTask;
    }

    internal static class OwnConnection
    {
        [Function("Own")]
        public static Task Run([QueueTrigger("work", Connection = "Elsewhere")] string message) => Task.CompletedTask;
    }

    internal static class QueueBySetting
    {
        [Function("BySetting")]
        public static Task Run([QueueTrigger("%Queue%")] string message) => Task.CompletedTask;
    }

    internal static class ReturnsOutput
    {
        [Function("Output")]
        [QueueOutput("next")]
        public static Task<string> Run([QueueTrigger("work")] string message) => Task.FromResult(message);
    }

    internal static class ReturnsValue
    {
        [Function("Value")]
        public static Task<string> Run([QueueTrigger("work")] string message) => Task.FromResult(message);
    }

    internal static class Retries
    {
        [Function("Retries")]
        [FixedDelayRetry(3, "00:00:10")]
        public static Task Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) => Task.CompletedTask;
    }

    internal static class TimerText
    {
        [Function("TimerText")]
        public static Task Run([TimerTrigger("0 0 * * * *")] string timer) => Task.CompletedTask;
    }

    internal static class FiveFields
    {
        [Function("Five")]
        public static Task Run([TimerTrigger("0 2 * * *")] TimerInfo timer) => Task.CompletedTask;
    }

    internal static class Nonsense
    {
        [Function("Nonsense")]
        public static Task Run([TimerTrigger("every day")] TimerInfo timer) => Task.CompletedTask;
    }

    internal static class MissingSetting
    {
        [Function("BySchedule")]
        public static Task Run([TimerTrigger("%Monitor:Nowhere:Schedule%")] TimerInfo timer) => Task.CompletedTask;
    }

    internal static class HostAuthorization
    {
        [Function("Admin")]
        public static Task Run([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request) => Task.CompletedTask;
    }

    internal static class Everything
    {
        [Function("Everything")]
        public static Task Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*path}")] HttpRequest request) => Task.CompletedTask;
    }

    internal static class HttpParameter
    {
        [Function("Bound")]
        public static Task Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{number:int}")] HttpRequest request, int number) => Task.CompletedTask;
    }
}
