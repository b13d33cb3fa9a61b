namespace Monitor.Crawlers.Accessibility.Checks.Media;

/// <summary>Recorded sound or film on a page.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Sound">Whether it has sound that can be heard; null where it can't be told.</param>
/// <param name="Descriptions">Whether it has a track of descriptions.</param>
/// <param name="Described">Whether something close by speaks of audio description.</param>
/// <param name="Alternative">Whether something close by may be a description or a transcript.</param>
internal sealed record MediaItem(MediaKind Kind, bool? Sound, bool Descriptions, bool Described, bool Alternative);

/// <summary>How media come into a page.</summary>
internal enum MediaKind
{
    /// <summary>A <c>video</c> element.</summary>
    Video,

    /// <summary>An <c>audio</c> element.</summary>
    Audio,

    /// <summary>A frame with somebody's video player in it.</summary>
    Player,
}
