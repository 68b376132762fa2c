"""Early stopping by the two rules of the model specification, and the best of all epochs."""

import math


class EarlyStopping:
    """Watches one figure an epoch. `snapshot` is called whenever an epoch is the best so far, if it is to be restored."""

    def __init__(self, members, has_validation_rows):
        members = members or {}
        self.asked = bool(members)
        self.watch = members.get("watch") or "validation_loss"
        patience = members.get("patience")
        self.patience = 10 if patience is None else int(patience)
        self.min_delta = float(members.get("min_delta") or 0)
        self.restore_best = members.get("restore_best") is not False
        self.rule = members.get("rule") or "keras"
        if self.asked and self.watch != "training_loss" and not has_validation_rows:
            raise ValueError(f"Early stopping watches {self.watch}, but the fit has no validation rows.")
        self.reference = math.inf
        self.waited = 0
        self.best_epoch = None
        self.best_weights = None

    def should_stop(self, epoch, history, snapshot):
        """Takes the epoch's figures (counted from 1) and says whether training is to end after it."""
        if not self.asked:
            return False
        value = history.last("loss" if self.watch == "training_loss" else self.watch)
        value = -value if self.watch == "validation_accuracy" else value
        bettered = value < self.reference - self.min_delta
        moves = bettered if self.rule == "keras" else value < self.reference
        if self.rule == "keras":
            waits = not bettered
        else:
            # scikit-learn takes a value that is better by exactly the least betterment as good enough.
            waits = not value <= self.reference - self.min_delta
        self.waited = self.waited + 1 if waits else 0
        if moves:
            self.reference, self.best_epoch = value, epoch
            if self.restore_best:
                self.best_weights = snapshot()
        borne = max(self.patience, 1) - 1 if self.rule == "keras" else self.patience
        return self.waited > borne

    def restored(self, epochs):
        """The epoch whose weights are to be put back, or None when the last epoch's stay."""
        if self.best_weights is None or self.best_epoch == epochs:
            return None
        return self.best_epoch


class BestEpoch:
    """Never stops. Keeps the weights of the epoch with the fewest validation errors, or the smallest loss of values; the latest
    of equal ones. Without validation rows the last epoch's stay."""

    def __init__(self, regression):
        self.watch = "validation_loss" if regression else "validation_accuracy"
        self.reference = math.inf
        self.best_epoch = None
        self.best_weights = None

    def should_stop(self, epoch, history, snapshot):
        value = history.last(self.watch)
        value = -value if value is not None and self.watch == "validation_accuracy" else value
        if value is not None and value <= self.reference:
            self.reference, self.best_epoch, self.best_weights = value, epoch, snapshot()
        return False

    def restored(self, epochs):
        """The epoch whose weights are to be put back, or None when the last epoch's stay."""
        return None if self.best_epoch == epochs else self.best_epoch
