using Microsoft.AspNetCore.Http;
using Monitor.Tests.Support.Sites;

namespace Monitor.Crawlers.Tests.Accessibility.Media;

/// <summary>Two films of half a second, 16 pixels wide: one with a tone, one without any sound.</summary>
internal static class Recordings
{
    private const string Sound =
        "GkXfo59ChoEBQveBAULygQRC84EIQoKEd2VibUKHgQRChYECGFOAZwEAAAAAAATHEU2bdLpNu4tTq4QVSalmU6yBbk27i1OrhBZUrmtTrIGTTbuMU6uEH0O2dVOsggETTbuMU6uEHFO7a1OsggSw7K0AAAAAAAAAAAAAAAAAAAAAAAAAAAAA" +
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAVSalmoCrXsYMPQkBEiYREFcmqTYCGQ2hyb21lV0GGQ2hyb21lFlSua/uuvdeBAXPFh6n5LGP8dXuDgQKGhkFfT1BVU2Oik09wdXNIZWFkAQIAAIC7AAAAAADhjbWERzuAAJ+BAmJkgSCuuteBAnPF" +
        "hyiVFAnfJO6DgQFV7oEBhoVWX1ZQOOCdsIEQuoEQU8CBAVWwkFWxgQFVuYECVbqBDVW7gQEfQ7Z1AQAAAAAAA5HngQCjxoEAAIAY4XYBkEyXfnRMlK6ONpXPN7J9RYaWpslL7ojbfXxlzro7vRgAnKO9AmbtrqetHUht40SdrojPpPV+WjRV" +
        "6dVaVoCjt4EAO4AY7Ul2YdFyTGJ+XcMs5EKZh+vvGl1YQlux2wvzkZm8BRI9Gm72FQADgUU81ktKKcH1ugeg4aG3ggA7AHACAJ0BKhAAEAAAxwiFhYiZhIgFAgJ1qgIMvgSA/vgEP/9+0v++0v++0v9e3/cdgbrvEHWhpaaj7oEBpZ4QAgCd" +
        "ASoQABAABIcIhYWImYSIGAIADA1gAP72pQCjt4EAeIAY7X3NuJ6RrG8W7ORQLVS5kuD+mPK1dNiTquCodbdJyom0k1Cco3lwbzZoY2uwYHHgCtyjt4EAtIAY7YFQRTTy+i2P4BKUfe2Mz5FDny8X1d08hr1hlIVn/WY1Yx7btO2tScr9vQfG" +
        "IEbpUICjuYEA74AY7YFQRTTy+m01nQE6WG63usx8rJSVfcbYK69YmeL8mCGg9ju0kslO2DXaZQZAaJmuE+H2gKDIoaiCAQMAsQEAAxBAABgAMD/0DADCAP71z7/+1of+rQ/9Wh/LcHIl8JCAdaGYppbugQGlkbEBABIQ8AAYABhYL/QACAAA" +
        "+4E7o7OBAS2AGO2BUEU08vn2oLn//sQsvxCV2HVpeH8o36/36AQqzD2Dr+OmDx8/5CcF17I0SJqjt4EBaIAY7X3NuJ6RrG4t0CY0E2jlOCBAXIwUKsK5KmULm54xjoOT1RkEosENBwg4KR88S0KIiYCjvIEBo4AY7X3NuJ6RrVkjLtc/XIXD" +
        "7qE91Us/kYumA0CWQOzlDtd4khVVItJiTa6l/GeA9wyuoVtqBKMLUKDMoauCAcsA8QEAAxBAABgHSAgz//MNAQgA/vLrf/2Dv6Dv6Dv9Uz/4H5dOGIAAdaGYppbugQGlkbEBABIRDAAYABhYL/QACAAA+4IBA6O/gQHhgBjtfc24nfkSzGow" +
        "yph9Zznhsg1pdETB362jkMWGhbVXx91OtGvbDKtYLX/buzkbC20ADJ6MJ/kxOtZdo7qBAhyAGO25b0C/beEDM56wbe8lKkn9TyzqMlWdSaEZPOecN0rgXe8qazUfZqaSvQPdA8E4GqWqK6moo7qBAleAGO25b0BTBh6N+eT28u2WWB6AnpFY" +
        "4P0R5kFMxEoGuEBcC0wV0BGMD7wjqRtr5gh/e6Qe6MyAHFO7a5K7kLOBO7eL94EC8YIBE1N4gQM=";

    private const string Silent =
        "GkXfo59ChoEBQveBAULygQRC84EIQoKEd2VibUKHgQRChYECGFOAZwEAAAAAAAI7EU2bdLlNu4tTq4QVSalmU6yBbk27i1OrhBZUrmtTrIGTTbuLU6uEH0O2dVOsgdRNu4xTq4QcU7trU6yCAinsrgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" +
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAVSalmoCrXsYMPQkBEiYRD+eCkTYCGQ2hyb21lV0GGQ2hyb21lFlSua7yuuteBAXPFh3E3rGd0+ZCDgQFV7oEBhoVWX1ZQOOCdsIEQuoEQU8CBAVWwkFWxgQFVuYECVbqBDVW7gQEfQ7Z1AQAAAAAA" +
        "AUnngQCg46G5gQAAALACAJ0BKhAAEAAAxwiFhYiZhIgFAgJ1qgP4Agz9+wD+771X/tof1of1of9R3/5+Z3bi/nMAdaGlpqPugQGlnhACAJ0BKhAAEAAEhwiFhYiZhIgYAgAMDWAA/valAKDJoamBAGYAsQEAAxBAABgAMD/0DADvAP7wOEP/" +
        "EM9HqZLv/tLP1LP1LP8VAHWhmKaW7oEBpZGxAQASEPAAGAAYWC/0AAgAAPuBAKDIoaiBASwAsQEAAxBAABgAMD/0DADCAP7wkKHlDkWOQE//bs/rs/rs/6uAdaGYppbugQGlkbEBABIRDAAYABhYL/QACAAA+4FmoMqhqYEB8wCxAQADEEAA" +
        "GAAwP/QMAO8A/vEaN+Hg2zDbdt/+2h/Wh/Wh/0oAdaGYppbugQGlkbEBABIRKAAYABhYL/QACAAA+4IBLBxTu2uNu4uzgQC3hveBAfGB1A==";

    /// <summary>Lets a site answer with both: <c>/sound.webm</c> and <c>/silent.webm</c>.</summary>
    public static TestSite WithRecordings(this TestSite site) => site.On("/sound.webm", Answer(Sound)).On("/silent.webm", Answer(Silent));

    private static RequestDelegate Answer(string film)
    {
        byte[] bytes = Convert.FromBase64String(film);
        return context =>
        {
            context.Response.ContentType = "video/webm";
            context.Response.ContentLength = bytes.Length;
            return context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
        };
    }
}
