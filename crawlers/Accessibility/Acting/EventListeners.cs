using Monitor.Crawlers.Accessibility.Templates;

namespace Monitor.Crawlers.Accessibility.Acting;

/// <summary>Who listens to what people do: to pointers, keys, focus, fields and the device's movements.</summary>
/// <param name="Global">Event types that the window or the document listens to.</param>
/// <param name="Elements">Elements that listen, in the order of the document. Libraries listen at one root for everything in it: that element alone is named then.</param>
/// <param name="Complete">Whether every element that listens was named; a page may have more than anybody waits for.</param>
internal sealed record EventListeners(IReadOnlySet<string> Global, IReadOnlyList<ListeningElement> Elements, bool Complete);

/// <summary>One element that listens.</summary>
/// <param name="Address">Where it is, in the page itself: frames are left out.</param>
/// <param name="Html">Its opening tag.</param>
/// <param name="Types">The event types, sorted.</param>
internal sealed record ListeningElement(ElementAddress Address, string Html, IReadOnlyList<string> Types);
