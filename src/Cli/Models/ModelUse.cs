using System.Text.Json.Serialization;

namespace FaceFusion.Cli.Models;

/// <summary>What the plugin's engine does with a model.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ModelUse>))]
internal enum ModelUse
{
    /// <summary>Nothing, yet.</summary>
    [JsonStringEnumMemberName("unused")]
    Unused,

    /// <summary>It is run where it is there, and done without where it isn't.</summary>
    [JsonStringEnumMemberName("optional")]
    Optional,

    /// <summary>Nothing is rendered without it.</summary>
    [JsonStringEnumMemberName("needed")]
    Needed,
}
