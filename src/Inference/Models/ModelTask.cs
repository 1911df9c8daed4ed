using System.Text.Json.Serialization;

namespace FaceFusion.Inference.Models;

/// <summary>What a model is for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ModelTask>))]
public enum ModelTask
{
    /// <summary>Finds faces in a picture.</summary>
    [JsonStringEnumMemberName("detector")]
    Detector,

    /// <summary>Places points on a face.</summary>
    [JsonStringEnumMemberName("landmarks")]
    Landmarks,

    /// <summary>Turns a face into an embedding that tells people apart.</summary>
    [JsonStringEnumMemberName("recogniser")]
    Recogniser,

    /// <summary>Labels the pixels of a picture.</summary>
    [JsonStringEnumMemberName("segmentation")]
    Segmentation,

    /// <summary>Replaces a face.</summary>
    [JsonStringEnumMemberName("swapper")]
    Swapper,

    /// <summary>Restores or enlarges a face.</summary>
    [JsonStringEnumMemberName("enhancer")]
    Enhancer,

    /// <summary>Tells something of a face, such as its age.</summary>
    [JsonStringEnumMemberName("classifier")]
    Classifier,

    /// <summary>Turns an embedding of one space into another's.</summary>
    [JsonStringEnumMemberName("converter")]
    Converter,

    /// <summary>Moves a face: its expression, its gaze.</summary>
    [JsonStringEnumMemberName("expression")]
    Expression,
}
