using System.Text.Json.Serialization;

namespace FaceFusion.Cli.Models;

/// <summary>What the plugin's engine does with a model.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ModelUse>))]
internal enum ModelUse
{
    /// <summary>Nothing.</summary>
    [JsonStringEnumMemberName("unused")]
    Unused,

    /// <summary>It is run where somebody chooses it in the node.</summary>
    [JsonStringEnumMemberName("choice")]
    Choice,

    /// <summary>It comes with the node and serves where the public one isn't installed.</summary>
    [JsonStringEnumMemberName("starter")]
    Starter,

    /// <summary>It is run where it is there; where it isn't, a starter serves or it is done without.</summary>
    [JsonStringEnumMemberName("optional")]
    Optional,

    /// <summary>Nothing is rendered without it.</summary>
    [JsonStringEnumMemberName("needed")]
    Needed,
}
