using FaceFusion.Host.Messages;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host;

/// <summary>What came of a render.</summary>
/// <param name="Status">What the plug-in answered.</param>
/// <param name="Messages">What it said meanwhile.</param>
/// <param name="UnreleasedImages">Images that it kept past the end; the host has taken them back.</param>
/// <param name="WroteOutOfBounds">Whether it wrote beside the output's memory.</param>
public sealed record RenderOutcome(OfxStatus Status, IReadOnlyList<HostMessage> Messages, int UnreleasedImages, bool WroteOutOfBounds)
{
    /// <summary>Whether it was rendered with images on a graphics card.</summary>
    public bool IsOnDevice { get; init; }

    /// <summary>What the plug-in answered where the card failed and the frame was rendered on the processor instead; else null.</summary>
    public OfxStatus? DeviceFailure { get; init; }

    /// <summary>Whether the output holds the frame.</summary>
    public bool Succeeded => Status == OfxStatus.kOfxStatOK && !WroteOutOfBounds;

    /// <summary>Why the render failed, in one sentence, the plug-in's own where it gave one; null when it succeeded.</summary>
    public string? Failure
    {
        get
        {
            if (Succeeded)
                return null;
            if (WroteOutOfBounds)
                return "The plug-in wrote beside the output's memory; the frame can't be trusted.";

            HostMessage? said = Messages.LastOrDefault(message =>
                message.Type is OfxMessageTypes.kOfxMessageError or OfxMessageTypes.kOfxMessageFatal or OfxMessageTypes.kOfxMessageWarning);
            return said?.Text ?? $"The plug-in answered {Status} to the render without a message.";
        }
    }
}
