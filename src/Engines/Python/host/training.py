"""The training loop of a network, for frameworks that leave it to their user."""

from stopping import EarlyStopping
from task import History


class Training:
    """One training of one network. A subclass has `one_epoch`, `snapshot` and `restore`."""

    def __init__(self, options, task, stopping=None):
        """`options` has `epochs`, and `early_stopping` unless something else decides on stopping."""
        self.task = task
        self.options = options
        self.stopping = stopping or EarlyStopping(options.early_stopping, task.validation_x is not None)
        self.history = History()
        self.epochs = 0
        self.stopped = "completed"

    def one_epoch(self, epoch):
        """Trains one epoch, counted from 1, and adds its figures to the history; False when a loss is not finite."""
        raise NotImplementedError

    def snapshot(self):
        """A copy of the weights."""
        raise NotImplementedError

    def restore(self, snapshot):
        """Puts copied weights back."""
        raise NotImplementedError

    def run(self):
        """Trains until the epochs are done, early stopping says so or a loss is not finite; gives the epoch that is restored."""
        for epoch in range(1, self.options.epochs + 1):
            if not self.one_epoch(epoch):
                self.stopped = "diverged"
                break
            self.epochs = epoch
            if self.stopping.should_stop(epoch, self.history, self.snapshot):
                self.stopped = "converged" if self.stopping.watch == "training_loss" else "early"
                break
            self.task.report(epoch, self.history.last("loss"), self.history.last("validation_loss"))
        best = self.stopping.restored(self.epochs)
        if best is not None:
            self.restore(self.stopping.best_weights)
        return best
