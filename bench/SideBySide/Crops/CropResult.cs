namespace FaceFusion.SideBySide.Crops;

/// <summary>The medians of one comparison and how much alike the results are.</summary>
/// <param name="Size">The frame's size.</param>
/// <param name="Side">The crop's side.</param>
/// <param name="Threads">Threads on both sides.</param>
/// <param name="Ours">The kernels' way.</param>
/// <param name="Frame">OpenCV blending the whole frame.</param>
/// <param name="Box">OpenCV blending the rectangle around the crop.</param>
/// <param name="Psnr">Between ours and OpenCV's frame inside that rectangle, dB.</param>
internal sealed record CropResult(FrameSize Size, int Side, int Threads, StageTimes Ours, StageTimes Frame, StageTimes Box, double Psnr)
{
    public double Ratio => Frame.Total / Ours.Total;

    public double BoxRatio => Box.Total / Ours.Total;
}
