using System.Text.Json.Serialization;

namespace FaceFusion.Inference.Models;

/// <summary>Whether a model may be used commercially.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CommercialUse>))]
public enum CommercialUse
{
    /// <summary>Nobody has said so: ask whoever made it.</summary>
    [JsonStringEnumMemberName("ask")]
    Ask,

    /// <summary>It may.</summary>
    [JsonStringEnumMemberName("allowed")]
    Allowed,

    /// <summary>It may not.</summary>
    [JsonStringEnumMemberName("forbidden")]
    Forbidden,
}
