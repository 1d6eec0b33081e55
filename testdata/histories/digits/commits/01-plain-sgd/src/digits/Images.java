package digits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Images of digits with their labels. */
class Images {
	static final int PIXELS = 64;

	final double[][] pixels;
	final int[] labels;

	Images(double[][] pixels, int[] labels) {
		this.pixels = pixels;
		this.labels = labels;
	}

	static Images read(Path csv) throws IOException {
		List<String> lines = Files.readAllLines(csv);
		double[][] pixels = new double[lines.size()][PIXELS];
		int[] labels = new int[lines.size()];
		for (int n = 0; n < labels.length; n++) {
			String[] cells = lines.get(n).split(",");
			for (int i = 0; i < PIXELS; i++) pixels[n][i] = Integer.parseInt(cells[i]) / 16.0;
			labels[n] = Integer.parseInt(cells[PIXELS]);
		}
		return new Images(pixels, labels);
	}

	int size() {
		return labels.length;
	}

	Images part(int from, int to) {
		return new Images(Arrays.copyOfRange(pixels, from, to), Arrays.copyOfRange(labels, from, to));
	}
}
