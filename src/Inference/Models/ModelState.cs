using System.Text.Json.Serialization;

namespace FaceFusion.Inference.Models;

/// <summary>How a model of the manifest stands on this machine.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ModelState>))]
public enum ModelState
{
    /// <summary>A file of its name holds exactly its content.</summary>
    [JsonStringEnumMemberName("present")]
    Present,

    /// <summary>No folder has a file of its name.</summary>
    [JsonStringEnumMemberName("missing")]
    Missing,

    /// <summary>A file of its name holds exactly its content, but a key is configured and no manifest signed with it lists the model.</summary>
    [JsonStringEnumMemberName("unsigned")]
    Unsigned,

    /// <summary>A file of its name holds something else.</summary>
    [JsonStringEnumMemberName("wrong-hash")]
    WrongHash,
}
