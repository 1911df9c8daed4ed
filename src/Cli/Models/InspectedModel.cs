using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Cli.Models;

/// <summary>What <c>facefusion models inspect</c> found out about a file.</summary>
/// <param name="File">The file.</param>
/// <param name="Inputs">What the network takes.</param>
/// <param name="Outputs">What it gives.</param>
/// <param name="Families">The families that it may be of; none where it looks like nothing known.</param>
internal sealed record InspectedModel(
    ModelFile File, IReadOnlyList<TensorInfo> Inputs, IReadOnlyList<TensorInfo> Outputs, IReadOnlyList<NetworkContract> Families);
